// The story of story.c in C#, through P/Invoke, for .NET and for Mono:
//
//     mcs Story.cs && LD_LIBRARY_PATH=PREFIX/lib mono Story.exe
//
// Answers are JSON. A program of yours has System.Text.Json; to need nothing else, this one looks for members by name.

using System;
using System.Runtime.InteropServices;
using System.Text;

/// What interlink_result is. The bytes are NULL where the library has nothing to say.
[StructLayout(LayoutKind.Sequential)]
struct Result { public IntPtr Bytes; public UIntPtr Len; }

[StructLayout(LayoutKind.Sequential)]
struct Text { public IntPtr Data; public UIntPtr Len; }

[StructLayout(LayoutKind.Sequential)]
struct Question { public Text Actor, Permission, Process, Item; public long At; }

/// A no, with its status. The message is the problem as JSON.
class Problem : Exception
{
    public readonly uint Status;
    public Problem(uint status, string problem) : base(problem) { Status = status; }
}

/// An engine, which is closed once, by whoever is last.
sealed class Engine : SafeHandle
{
    const string Library = "interlink";
    [DllImport(Library)] static extern uint interlink_open(byte[] url, UIntPtr len, out IntPtr engine, out Result result);
    [DllImport(Library)] static extern uint interlink_execute(Engine engine, byte[] command, UIntPtr len, out Result result);
    [DllImport(Library)] static extern uint interlink_request(Engine engine, byte[] request, UIntPtr len, out Result result);
    [DllImport(Library)] static extern uint interlink_check(Engine engine, ref Question asked, UIntPtr count, out byte allowed, out Result result);
    [DllImport(Library)] static extern uint interlink_export(Engine engine, byte[] process, UIntPtr len, [MarshalAs(UnmanagedType.U1)] bool withVault, out Result result);
    [DllImport(Library)] static extern uint interlink_import(Engine engine, byte[] bundle, UIntPtr len, out Result result);
    [DllImport(Library)] static extern void interlink_result_free(ref Result result);
    [DllImport(Library)] static extern void interlink_close(IntPtr engine);

    public override bool IsInvalid { get { return handle == IntPtr.Zero; } }
    protected override bool ReleaseHandle() { interlink_close(handle); return true; }

    static byte[] Utf8(string text) { return Encoding.UTF8.GetBytes(text); }
    static UIntPtr Length(byte[] bytes) { return (UIntPtr)bytes.Length; }

    /// Copies what a call gave, and frees it.
    static byte[] Take(uint status, ref Result result)
    {
        var bytes = new byte[(int)result.Len];
        if (result.Bytes != IntPtr.Zero) Marshal.Copy(result.Bytes, bytes, 0, bytes.Length);
        interlink_result_free(ref result);
        if (status != 0) throw new Problem(status, Encoding.UTF8.GetString(bytes));
        return bytes;
    }

    public Engine(string url) : base(IntPtr.Zero, true)
    {
        var text = Utf8(url);
        IntPtr opened; Result result;
        var status = interlink_open(text, Length(text), out opened, out result);
        SetHandle(opened);
        Take(status, ref result);
    }

    public string Execute(string command)
    {
        var text = Utf8(command);
        Result result;
        var status = interlink_execute(this, text, Length(text), out result);
        return Encoding.UTF8.GetString(Take(status, ref result));
    }

    public string Request(string request)
    {
        var text = Utf8(request);
        Result result;
        var status = interlink_request(this, text, Length(text), out result);
        return Encoding.UTF8.GetString(Take(status, ref result));
    }

    public bool Check(string actor, string permission, string process, string item, long at)
    {
        var texts = new[] { Utf8(actor), Utf8(permission), Utf8(process), Utf8(item) };
        var kept = Array.ConvertAll(texts, text => GCHandle.Alloc(text, GCHandleType.Pinned));
        try
        {
            Func<int, Text> given = n => new Text { Data = kept[n].AddrOfPinnedObject(), Len = Length(texts[n]) };
            var asked = new Question { Actor = given(0), Permission = given(1), Process = given(2), Item = given(3), At = at };
            byte allowed; Result result;
            var status = interlink_check(this, ref asked, (UIntPtr)1, out allowed, out result);
            Take(status, ref result);
            return allowed != 0;
        }
        finally { foreach (var each in kept) each.Free(); }
    }

    public byte[] ExportBundle(string process)
    {
        var id = Utf8(process);
        Result result;
        var status = interlink_export(this, id, Length(id), true, out result);
        return Take(status, ref result);
    }

    public void ImportBundle(byte[] bundle)
    {
        Result result;
        var status = interlink_import(this, bundle, Length(bundle), out result);
        Take(status, ref result);
    }
}

class Story
{
    const string Template = @"{""add_document"":{""document"":""template"",""id"":""garden"",""version"":1,""name"":{""en"":""A garden""},""phases"":[
        {""key"":""plan"",""name"":{""en"":""Plan""},""objectives"":[{""key"":""meet"",""name"":{""en"":""Meet""},
        ""tasks"":[{""key"":""invite"",""name"":{""en"":""Invite the neighbours""}}]}]},
        {""key"":""do"",""name"":{""en"":""Do""},""prerequisites"":[{""item"":""plan"",""needs"":""finished""}],
        ""objectives"":[{""key"":""build"",""name"":{""en"":""Build""},
        ""tasks"":[{""key"":""dig"",""name"":{""en"":""Dig the beds""}}]}]}]}}";

    readonly Engine engine;
    string stream;
    int number;

    Story(Engine engine) { this.engine = engine; }

    /// The text of the first member of that name after a place.
    static string Member(string answer, string after, string name)
    {
        var wanted = "\"" + name + "\":\"";
        var begin = answer.IndexOf(wanted, answer.IndexOf(after, StringComparison.Ordinal), StringComparison.Ordinal) + wanted.Length;
        return answer.Substring(begin, answer.IndexOf('"', begin) - begin);
    }

    string Send(string actor, string type, string data)
    {
        number += 1;
        var on = stream == null ? "" : ",\"stream\":\"" + stream + "\"";
        return engine.Execute("{\"id\":\"s-" + number + "\",\"at\":\"2026-03-02T09:" + number.ToString("00") + ":00.000Z\",\"actor\":\""
            + actor + "\",\"entropy\":\"" + number.ToString("x32") + "\",\"type\":\"" + type + "\",\"data\":" + data + on + "}");
    }

    void Done(string actor, string type, string item)
    {
        Send(actor, type, "{\"item\":\"" + item + "\"}");
        Console.WriteLine(actor + ": " + type);
    }

    void Tell()
    {
        Send("anna", "organisation.register",
            "{\"organisation\":\"city\",\"name\":{\"en\":\"The City\"},\"kind\":\"public_administration\",\"team_creation\":\"members\"}");
        var template = Member(engine.Request(Template), "", "document");
        var model = Member(engine.Request("{\"models\":{}}"), "", "document");
        var created = Send("anna", "process.create", "{\"acting_for\":\"city\",\"governance\":\"" + model + "\",\"template\":\""
            + template + "\",\"language\":\"en\",\"name\":{\"en\":\"A garden for all\"}}");
        stream = Member(created, "\"repeated\"", "stream");
        var process = stream.Substring(stream.IndexOf('/') + 1);

        var tree = engine.Request("{\"tree\":{\"process\":\"" + process + "\"}}");
        var invite = Member(tree, "\"kind\":\"objective\",\"key\":\"meet\"", "item");
        var dig = Member(tree, "\"kind\":\"objective\",\"key\":\"build\"", "item");

        Send("anna", "role.grant", "{\"holder\":{\"person\":\"eva\"},\"role\":\"contributor\"}");
        foreach (var who in new[] { "anna", "eva" })
        {
            var may = engine.Check(who, "task.start", process, invite, 1772442240000);
            Console.WriteLine(who + " may start: " + (may ? "yes" : "no"));
        }
        try
        {
            Done("anna", "task.start", dig);
        }
        catch (Problem problem)
        {
            Console.WriteLine("refused: " + (problem.Status == 1 ? "yes" : "no"));
            Console.WriteLine(Member(problem.Message, "\"reasons\"", "message"));
        }
        foreach (var task in new[] { invite, dig })
        {
            Done("anna", "task.start", task);
            Done("anna", "task.complete", task);
        }
        using (var elsewhere = new Engine("memory:"))
        {
            elsewhere.ImportBundle(engine.ExportBundle(process));
            var verified = elsewhere.Request("{\"verify\":{}}");
            Console.WriteLine("the chain of the garden ends in " + Member(verified, stream, "head"));
        }
    }

    static void Main()
    {
        var utf8 = new UTF8Encoding(false);
        Console.SetOut(new System.IO.StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true, NewLine = "\n" });
        using (var engine = new Engine("memory:")) new Story(engine).Tell();
    }
}
