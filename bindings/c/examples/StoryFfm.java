// The story of story.c in Java 22 or newer, through its own foreign function and memory API, with no library between:
//
//     java --enable-native-access=ALL-UNNAMED -Djava.library.path=PREFIX/lib StoryFfm.java
//
// Answers are JSON. A program of yours has a JSON library; to need nothing else, this one looks for members by name.

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.List;

public class StoryFfm {
    /** What interlink.h declares, as far as it is used here. size_t is a long on 64-bit machines. */
    static final class Interlink {
        private static final Linker LINKER = Linker.nativeLinker();
        private static final SymbolLookup LIBRARY;

        static {
            System.loadLibrary("interlink");
            LIBRARY = SymbolLookup.loaderLookup();
        }

        static final MethodHandle OPEN = status("interlink_open", ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
        static final MethodHandle EXECUTE = status("interlink_execute", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
        static final MethodHandle REQUEST = status("interlink_request", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
        static final MethodHandle CHECK =
                status("interlink_check", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
        static final MethodHandle EXPORT =
                status("interlink_export", ADDRESS, ADDRESS, JAVA_LONG, JAVA_BOOLEAN, ADDRESS);
        static final MethodHandle IMPORT = status("interlink_import", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
        static final MethodHandle RESULT_FREE = of("interlink_result_free", FunctionDescriptor.ofVoid(ADDRESS));
        static final MethodHandle CLOSE = of("interlink_close", FunctionDescriptor.ofVoid(ADDRESS));

        private static MethodHandle status(String name, MemoryLayout... takes) {
            return of(name, FunctionDescriptor.of(JAVA_INT, takes));
        }

        private static MethodHandle of(String name, FunctionDescriptor shape) {
            return LINKER.downcallHandle(LIBRARY.find(name).orElseThrow(), shape);
        }
    }

    /** A no, with its status. The message is the problem as JSON. */
    static class Problem extends RuntimeException {
        final int status;

        Problem(int status, String problem) {
            super(problem);
            this.status = status;
        }
    }

    interface Call {
        int on(MemorySegment result) throws Throwable;
    }

    /** Makes a call, copies what it gave, and frees it. A result is a pointer and a length. */
    static byte[] bytes(Arena arena, Call call) {
        MemorySegment result = arena.allocate(16, 8);
        try {
            int status = call.on(result);
            long length = result.get(JAVA_LONG, 8);
            byte[] bytes = length == 0
                    ? new byte[0]
                    : result.get(ADDRESS, 0).reinterpret(length).toArray(JAVA_BYTE);
            Interlink.RESULT_FREE.invokeExact(result);
            if (status != 0) {
                throw new Problem(status, new String(bytes, StandardCharsets.UTF_8));
            }
            return bytes;
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    /** What is handed over, for as long as the arena is open. */
    static MemorySegment handed(Arena arena, byte[] bytes) {
        return arena.allocateFrom(JAVA_BYTE, bytes);
    }

    static MemorySegment handed(Arena arena, String text) {
        return handed(arena, text.getBytes(StandardCharsets.UTF_8));
    }

    static class Engine implements AutoCloseable {
        private final MemorySegment engine;

        Engine(String url) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment opened = arena.allocate(ADDRESS);
                MemorySegment text = handed(arena, url);
                bytes(arena, result -> (int) Interlink.OPEN.invokeExact(text, text.byteSize(), opened, result));
                engine = opened.get(ADDRESS, 0);
            }
        }

        private byte[] call(MethodHandle function, byte[] sent) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment given = handed(arena, sent);
                return bytes(
                        arena, result -> (int) function.invokeExact(engine, given, given.byteSize(), result));
            }
        }

        private String told(MethodHandle function, String sent) {
            byte[] bytes = call(function, sent.getBytes(StandardCharsets.UTF_8));
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String execute(String command) {
            return told(Interlink.EXECUTE, command);
        }

        String request(String request) {
            return told(Interlink.REQUEST, request);
        }

        /** One question; it is 4 texts of a pointer and a length each, and a time: 72 bytes. */
        boolean check(String actor, String permission, String process, String item, long at) {
            List<String> texts = List.of(actor, permission, process, item);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment question = arena.allocate(72, 8);
                for (int n = 0; n < 4; n++) {
                    MemorySegment text = handed(arena, texts.get(n));
                    question.set(ADDRESS, 16L * n, text);
                    question.set(JAVA_LONG, 16L * n + 8, text.byteSize());
                }
                question.set(JAVA_LONG, 64, at);
                MemorySegment allowed = arena.allocate(1);
                bytes(arena, result -> (int) Interlink.CHECK.invokeExact(engine, question, 1L, allowed, result));
                return allowed.get(JAVA_BOOLEAN, 0);
            }
        }

        byte[] exportBundle(String process) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment id = handed(arena, process);
                return bytes(
                        arena, result -> (int) Interlink.EXPORT.invokeExact(engine, id, id.byteSize(), true, result));
            }
        }

        void importBundle(byte[] bundle) {
            call(Interlink.IMPORT, bundle);
        }

        @Override
        public void close() {
            try {
                Interlink.CLOSE.invokeExact(engine);
            } catch (Throwable thrown) {
                throw new IllegalStateException(thrown);
            }
        }
    }

    static final String TEMPLATE = """
            {"add_document":{"document":"template","id":"garden","version":1,"name":{"en":"A garden"},"phases":[
            {"key":"plan","name":{"en":"Plan"},"objectives":[{"key":"meet","name":{"en":"Meet"},
            "tasks":[{"key":"invite","name":{"en":"Invite the neighbours"}}]}]},
            {"key":"do","name":{"en":"Do"},"prerequisites":[{"item":"plan","needs":"finished"}],
            "objectives":[{"key":"build","name":{"en":"Build"},
            "tasks":[{"key":"dig","name":{"en":"Dig the beds"}}]}]}]}}""";

    /** The text of the first member of that name after a place. */
    static String member(String answer, String after, String name) {
        String wanted = "\"" + name + "\":\"";
        int begin = answer.indexOf(wanted, answer.indexOf(after)) + wanted.length();
        return answer.substring(begin, answer.indexOf('"', begin));
    }

    private final Engine engine;
    private String stream = null;
    private int number = 0;

    StoryFfm(Engine engine) {
        this.engine = engine;
    }

    String send(String actor, String type, String data) {
        number += 1;
        String on = stream == null ? "" : ",\"stream\":\"" + stream + "\"";
        return engine.execute(String.format(
                "{\"id\":\"s-%d\",\"at\":\"2026-03-02T09:%02d:00.000Z\",\"actor\":\"%s\",\"entropy\":\"%032x\","
                        + "\"type\":\"%s\",\"data\":%s%s}",
                number, number, actor, number, type, data, on));
    }

    void done(String actor, String type, String item) {
        send(actor, type, "{\"item\":\"" + item + "\"}");
        System.out.println(actor + ": " + type);
    }

    void tell() {
        send("anna", "organisation.register", """
                {"organisation":"city","name":{"en":"The City"},"kind":"public_administration",
                "team_creation":"members"}""");
        String template = member(engine.request(TEMPLATE), "", "document");
        String model = member(engine.request("{\"models\":{}}"), "", "document");
        String created = send("anna", "process.create", String.format("""
                {"acting_for":"city","governance":"%s","template":"%s","language":"en",
                "name":{"en":"A garden for all"}}""", model, template));
        stream = member(created, "\"repeated\"", "stream");
        String process = stream.substring(stream.indexOf('/') + 1);

        String tree = engine.request("{\"tree\":{\"process\":\"" + process + "\"}}");
        String invite = member(tree, "\"kind\":\"objective\",\"key\":\"meet\"", "item");
        String dig = member(tree, "\"kind\":\"objective\",\"key\":\"build\"", "item");

        send("anna", "role.grant", "{\"holder\":{\"person\":\"eva\"},\"role\":\"contributor\"}");
        for (String who : List.of("anna", "eva")) {
            boolean may = engine.check(who, "task.start", process, invite, 1772442240000L);
            System.out.println(who + " may start: " + (may ? "yes" : "no"));
        }
        try {
            done("anna", "task.start", dig);
        } catch (Problem problem) {
            System.out.println("refused: " + (problem.status == 1 ? "yes" : "no"));
            System.out.println(member(problem.getMessage(), "\"reasons\"", "message"));
        }
        for (String task : List.of(invite, dig)) {
            done("anna", "task.start", task);
            done("anna", "task.complete", task);
        }
        try (Engine elsewhere = new Engine("memory:")) {
            elsewhere.importBundle(engine.exportBundle(process));
            String verified = elsewhere.request("{\"verify\":{}}");
            System.out.println("the chain of the garden ends in " + member(verified, stream, "head"));
        }
    }

    public static void main(String[] arguments) {
        System.setOut(new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8));
        try (Engine engine = new Engine("memory:")) {
            new StoryFfm(engine).tell();
        }
    }
}
