// The story of story.c in Java, through JNA:
//
//     java -cp /usr/share/java/jna.jar -Djna.library.path=PREFIX/lib Story.java
//
// Answers are JSON. A program of yours has a JSON library; to need nothing else, this one looks for members by name.

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.List;

public class Story {
    /** What interlink.h declares, as far as it is used here. size_t is a long on 64-bit machines. */
    public interface Interlink extends Library {
        int interlink_open(byte[] url, long len, PointerByReference engine, Result result);

        int interlink_execute(Pointer engine, byte[] command, long len, Result result);

        int interlink_request(Pointer engine, byte[] request, long len, Result result);

        int interlink_check(Pointer engine, Pointer questions, long count, byte[] allowed, Result result);

        int interlink_export(Pointer engine, byte[] process, long len, byte withVault, Result result);

        int interlink_import(Pointer engine, byte[] bundle, long len, Result result);

        void interlink_result_free(Result result);

        void interlink_close(Pointer engine);
    }

    @Structure.FieldOrder({"bytes", "len"})
    public static class Result extends Structure {
        public Pointer bytes;
        public long len;
    }

    static final Interlink LIB = Native.load("interlink", Interlink.class);

    /** A no, with its status. The message is the problem as JSON. */
    static class Problem extends RuntimeException {
        final int status;

        Problem(int status, String problem) {
            super(problem);
            this.status = status;
        }
    }

    interface Call {
        int on(Result result);
    }

    /** Makes a call, copies what it gave, and frees it. */
    static byte[] bytes(Call call) {
        Result result = new Result();
        int status = call.on(result);
        byte[] bytes = result.bytes == null ? new byte[0] : result.bytes.getByteArray(0, (int) result.len);
        LIB.interlink_result_free(result);
        if (status != 0) {
            throw new Problem(status, new String(bytes, StandardCharsets.UTF_8));
        }
        return bytes;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static class Engine implements AutoCloseable {
        private final Pointer engine;

        Engine(String url) {
            PointerByReference opened = new PointerByReference();
            bytes(result -> LIB.interlink_open(utf8(url), utf8(url).length, opened, result));
            engine = opened.getValue();
        }

        String execute(String command) {
            byte[] text = utf8(command);
            return new String(
                    bytes(result -> LIB.interlink_execute(engine, text, text.length, result)), StandardCharsets.UTF_8);
        }

        String request(String request) {
            byte[] text = utf8(request);
            return new String(
                    bytes(result -> LIB.interlink_request(engine, text, text.length, result)), StandardCharsets.UTF_8);
        }

        /** One question; it is 4 texts of a pointer and a length each, and a time: 72 bytes. */
        boolean check(String actor, String permission, String process, String item, long at) {
            List<String> texts = List.of(actor, permission, process, item);
            try (Memory question = new Memory(72)) {
                Memory[] kept = new Memory[4];
                for (int n = 0; n < 4; n++) {
                    byte[] text = utf8(texts.get(n));
                    kept[n] = new Memory(text.length);
                    kept[n].write(0, text, 0, text.length);
                    question.setPointer(16L * n, kept[n]);
                    question.setLong(16L * n + 8, text.length);
                }
                question.setLong(64, at);
                byte[] allowed = new byte[1];
                bytes(result -> LIB.interlink_check(engine, question, 1, allowed, result));
                return allowed[0] != 0;
            }
        }

        byte[] exportBundle(String process) {
            byte[] id = utf8(process);
            return bytes(result -> LIB.interlink_export(engine, id, id.length, (byte) 1, result));
        }

        void importBundle(byte[] bundle) {
            bytes(result -> LIB.interlink_import(engine, bundle, bundle.length, result));
        }

        @Override
        public void close() {
            LIB.interlink_close(engine);
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

    Story(Engine engine) {
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
            new Story(engine).tell();
        }
    }
}
