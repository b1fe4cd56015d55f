// The story of story.c in Go, through cgo:
//
//	PKG_CONFIG_PATH=PREFIX/lib/pkgconfig go run .
//
// The shared library must be found where the program runs: in a folder that ldconfig knows, or by LD_LIBRARY_PATH.
package main

/*
#cgo pkg-config: interlink
#include <interlink.h>
*/
import "C"

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"runtime"
	"strings"
	"time"
	"unsafe"
)

// Problem is a no, with its status.
type Problem struct {
	Status  int
	Message string `json:"message"`
	Reasons []struct {
		Message string `json:"message"`
	} `json:"reasons"`
}

func (problem *Problem) Error() string { return problem.Message }

// Engine may be used by any number of goroutines at once.
type Engine struct{ handle *C.interlink_engine }

// outcome makes a call, copies what it gave, and frees it.
func outcome(call func(*C.interlink_result) C.interlink_status) ([]byte, error) {
	var result C.interlink_result
	status := call(&result)
	defer C.interlink_result_free(&result)
	given := C.GoBytes(unsafe.Pointer(result.bytes), C.int(result.len))
	if status == C.INTERLINK_STATUS_OK {
		return given, nil
	}
	var said struct{ Problem Problem }
	if err := json.Unmarshal(given, &said); err != nil {
		return nil, err
	}
	said.Problem.Status = int(status)
	return nil, &said.Problem
}

// text hands over the bytes of a string, which the library reads during the call only.
func text(of string) (*C.char, C.size_t) {
	return (*C.char)(unsafe.Pointer(unsafe.StringData(of))), C.size_t(len(of))
}

// Open opens an engine; Close it in the end.
func Open(url string) (*Engine, error) {
	var engine Engine
	_, err := outcome(func(result *C.interlink_result) C.interlink_status {
		bytes, length := text(url)
		return C.interlink_open(bytes, length, &engine.handle, result)
	})
	return &engine, err
}

func (engine *Engine) Close() { C.interlink_close(engine.handle) }

// Execute gives a command, and Request asks; both read the answer into a value.
func (engine *Engine) Execute(command, answer any) error {
	return engine.json(command, answer, func(bytes *C.char, length C.size_t, result *C.interlink_result) C.interlink_status {
		return C.interlink_execute(engine.handle, bytes, length, result)
	})
}

func (engine *Engine) Request(request, answer any) error {
	return engine.json(request, answer, func(bytes *C.char, length C.size_t, result *C.interlink_result) C.interlink_status {
		return C.interlink_request(engine.handle, bytes, length, result)
	})
}

func (engine *Engine) json(sent, answer any, call func(*C.char, C.size_t, *C.interlink_result) C.interlink_status) error {
	written, err := json.Marshal(sent)
	if err != nil {
		return err
	}
	given, err := outcome(func(result *C.interlink_result) C.interlink_status {
		bytes, length := text(string(written))
		return call(bytes, length, result)
	})
	if err != nil {
		return err
	}
	return json.Unmarshal(given, &struct {
		OK any `json:"ok"`
	}{answer})
}

// Check asks one question. Its texts are pinned, as the struct that is handed over points to them.
func (engine *Engine) Check(actor, permission, process, item string, at time.Time) (bool, error) {
	var pinned runtime.Pinner
	defer pinned.Unpin()
	pin := func(of string) C.interlink_bytes {
		pinned.Pin(unsafe.StringData(of))
		return C.interlink_bytes{data: unsafe.Pointer(unsafe.StringData(of)), len: C.size_t(len(of))}
	}
	question := C.interlink_question{
		actor: pin(actor), permission: pin(permission), process: pin(process), item: pin(item),
		at: C.int64_t(at.UnixMilli()),
	}
	var allowed C.bool
	_, err := outcome(func(result *C.interlink_result) C.interlink_status {
		return C.interlink_check(engine.handle, &question, 1, &allowed, result)
	})
	return bool(allowed), err
}

// Export gives a process as a bundle, and Import takes one in.
func (engine *Engine) Export(process string) ([]byte, error) {
	return outcome(func(result *C.interlink_result) C.interlink_status {
		bytes, length := text(process)
		return C.interlink_export(engine.handle, bytes, length, true, result)
	})
}

func (engine *Engine) Import(bundle []byte) error {
	_, err := outcome(func(result *C.interlink_result) C.interlink_status {
		bytes, length := text(string(bundle))
		return C.interlink_import(engine.handle, bytes, length, result)
	})
	return err
}

type object = map[string]any

// Story sends one command after another; times and random bytes are fixed, so that the record comes out the same everywhere.
type Story struct {
	engine *Engine
	stream string
	number int
}

func (story *Story) send(actor, kind string, data object) (string, error) {
	story.number++
	command := object{
		"id": fmt.Sprintf("s-%d", story.number), "at": fmt.Sprintf("2026-03-02T09:%02d:00.000Z", story.number),
		"actor": actor, "entropy": fmt.Sprintf("%032x", story.number), "type": kind, "data": data,
	}
	if story.stream != "" {
		command["stream"] = story.stream
	}
	var executed struct{ Stream string }
	err := story.engine.Execute(command, &executed)
	return executed.Stream, err
}

func (story *Story) done(actor, kind, item string) error {
	_, err := story.send(actor, kind, object{"item": item})
	if err == nil {
		fmt.Printf("%s: %s\n", actor, kind)
	}
	return err
}

func template() object {
	name := func(en string) object { return object{"en": en} }
	objective := func(key, called, task, does string) []object {
		return []object{{"key": key, "name": name(called), "tasks": []object{{"key": task, "name": name(does)}}}}
	}
	return object{
		"document": "template", "id": "garden", "version": 1, "name": name("A garden"), "phases": []object{
			{"key": "plan", "name": name("Plan"), "objectives": objective("meet", "Meet", "invite", "Invite the neighbours")},
			{"key": "do", "name": name("Do"), "prerequisites": []object{{"item": "plan", "needs": "finished"}},
				"objectives": objective("build", "Build", "dig", "Dig the beds")},
		},
	}
}

// found lets the city found itself and begin the process.
func (story *Story) found() error {
	if _, err := story.send("anna", "organisation.register", object{
		"organisation": "city", "name": object{"en": "The City"}, "kind": "public_administration", "team_creation": "members",
	}); err != nil {
		return err
	}
	var added struct{ Document string }
	if err := story.engine.Request(object{"add_document": template()}, &added); err != nil {
		return err
	}
	var models struct{ Models []struct{ Document string } }
	if err := story.engine.Request(object{"models": object{}}, &models); err != nil {
		return err
	}
	stream, err := story.send("anna", "process.create", object{
		"acting_for": "city", "governance": models.Models[0].Document, "template": added.Document, "language": "en",
		"name": object{"en": "A garden for all"},
	})
	story.stream = stream
	return err
}

// item is a part of the process: an objective, or its task.
type item struct {
	Item     string
	Children []item
}

func (story *Story) tell() error {
	if err := story.found(); err != nil {
		return err
	}
	process := strings.TrimPrefix(story.stream, "process/")
	var tree struct{ Phases []item }
	if err := story.engine.Request(object{"tree": object{"process": process}}, &tree); err != nil {
		return err
	}
	invite, dig := tree.Phases[0].Children[0].Children[0].Item, tree.Phases[1].Children[0].Children[0].Item

	grant := object{"holder": object{"person": "eva"}, "role": "contributor"}
	if _, err := story.send("anna", "role.grant", grant); err != nil {
		return err
	}
	for _, who := range []string{"anna", "eva"} {
		may, err := story.engine.Check(who, "task.start", process, invite, time.UnixMilli(1772442240000))
		if err != nil {
			return err
		}
		fmt.Printf("%s may start: %s\n", who, map[bool]string{true: "yes", false: "no"}[may])
	}
	var problem *Problem
	if err := story.done("anna", "task.start", dig); errors.As(err, &problem) {
		fmt.Printf("refused: %s\n", map[bool]string{true: "yes", false: "no"}[problem.Status == C.INTERLINK_STATUS_REFUSED])
		fmt.Println(problem.Reasons[0].Message)
	}
	for _, task := range []string{invite, dig} {
		for _, kind := range []string{"task.start", "task.complete"} {
			if err := story.done("anna", kind, task); err != nil {
				return err
			}
		}
	}
	return story.elsewhere(process)
}

// elsewhere hands the process over to another engine, whose record ends in the same hash.
func (story *Story) elsewhere(process string) error {
	other, err := Open("memory:")
	if err != nil {
		return err
	}
	defer other.Close()
	bundle, err := story.engine.Export(process)
	if err != nil {
		return err
	}
	if err := other.Import(bundle); err != nil {
		return err
	}
	var verified struct {
		Streams []struct{ Stream, Head string }
	}
	if err := other.Request(object{"verify": object{}}, &verified); err != nil {
		return err
	}
	for _, stream := range verified.Streams {
		if stream.Stream == story.stream {
			fmt.Printf("the chain of the garden ends in %s\n", stream.Head)
		}
	}
	return nil
}

func main() {
	engine, err := Open("memory:")
	if err != nil {
		log.Fatal(err)
	}
	defer engine.Close()
	if err := (&Story{engine: engine}).tell(); err != nil {
		log.Fatal(err)
	}
}
