"""Says of each JSON-LD file whether it conforms to the shapes: its name, yes or no, how many triples it has."""

import sys

from pyshacl import validate
from rdflib import Graph

shapes = Graph().parse(sys.argv[1], format="turtle")
for path in sys.argv[2:]:
    graph = Graph().parse(path, format="json-ld")
    conforms, _, report = validate(graph, shacl_graph=shapes)
    print(path, "yes" if conforms else "no", len(graph))
    if not conforms:
        print(report, file=sys.stderr)
