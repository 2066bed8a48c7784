using System.Diagnostics;
using System.Text;
using Actors.TestKit;

namespace Actors.Accounts.Tests.SignUp.Superusers;

/// <summary>A program on a pseudo-terminal, created with <c>script</c> of util-linux.</summary>
internal sealed class Pty : IDisposable
{
    public const string Script = "/usr/bin/script";

    private readonly Process _process;
    private readonly StringBuilder _shown = new();
    private readonly byte[] _buffer = new byte[4096];

    public Pty(ProcessStartInfo program)
    {
        var line = string.Join(' ', program.ArgumentList.Prepend(program.FileName).Select(word => $"'{word}'"));
        var start = new ProcessStartInfo(Script, ["-qefc", line, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = program.WorkingDirectory,
        };
        start.Environment.Clear();
        foreach (var (name, value) in program.Environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    /// <summary>The terminal's output so far.</summary>
    public string Shown => _shown.ToString();

    public int ExitCode => _process.ExitCode;

    /// <summary>Waits for a question and types a line.</summary>
    public async Task AnswerAsync(string question, string answer)
    {
        while (!Shown.EndsWith(question, StringComparison.Ordinal)) (await ReadAsync().Within(question)).ShouldBeTrue($"the end came before '{question}': {Shown}");
        await _process.StandardInput.WriteAsync($"{answer}\r");
        await _process.StandardInput.FlushAsync();
    }

    public async Task EndAsync()
    {
        while (await ReadAsync().Within("the end of the terminal"))
        {
        }

        await _process.WaitForExitAsync().Within("the end of the program");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task<bool> ReadAsync()
    {
        var read = await _process.StandardOutput.BaseStream.ReadAsync(_buffer);
        _shown.Append(Encoding.UTF8.GetString(_buffer, 0, read));
        return read > 0;
    }
}
