using System.Net.Sockets;
using System.Text;
using Actors.Core.Commands;
using Actors.Hosting.Commands;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Hosting.Tests.Commands;

public sealed class CommandTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new("cmd");
    private readonly Echo _echo = new();
    private readonly List<string> _lines = [];
    private readonly ManualTimeProvider _clock = new();
    private CommandServer? _server;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _server?.StopAsync(default) ?? Task.CompletedTask;

    public void Dispose()
    {
        _server?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_command_runs_in_the_program_and_answers_lines_and_an_exit_code()
    {
        await StartAsync();

        (await CallAsync("echo", "Привет", "two words", "line\nbreak")).ShouldBe(3);

        _lines.ShouldBe(["Привет", "two words", "line", "break"]);
        new FileInfo(_folder.Combine("command.sock")).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Without_a_program_the_caller_is_told_so()
    {
        (await CallAsync("echo")).ShouldBeNull();
        (await CommandClient.TryRunAsync($"/{new string('x', 200)}", "echo", [], _lines.Add)).ShouldBeNull();
    }

    [Fact]
    public async Task A_program_that_stops_leaves_no_socket_behind()
    {
        await StartAsync();
        await _server!.StopAsync(default);

        File.Exists(_folder.Combine("command.sock")).ShouldBeFalse();
        (await CallAsync("echo")).ShouldBeNull();
    }

    [Fact]
    public async Task The_socket_of_a_killed_program_is_nobody_and_gives_way()
    {
        using (var killed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            // Under another name, so that closing it, which removes its file, leaves this one.
            killed.Bind(new UnixDomainSocketEndPoint(_folder.Combine("socket")));
            File.Move(_folder.Combine("socket"), _folder.Combine("command.sock"));
        }

        (await CallAsync("echo")).ShouldBeNull();

        await StartAsync();
        (await CallAsync("echo", "x")).ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_command_and_a_failing_one_are_told_and_the_program_goes_on()
    {
        await StartAsync();

        (await CallAsync("nonsense")).ShouldBe(127);
        (await CallAsync("echo", "fail")).ShouldBe(1);
        (await CallAsync("echo", "fine")).ShouldBe(1);

        _lines.ShouldBe(["There is no command 'nonsense'. Commands:", "  echo TEXT…  says it again", "echo failed: as asked", "fine"]);
    }

    [Fact]
    public async Task A_call_that_cannot_be_read_is_answered()
    {
        await StartAsync();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_folder.Combine("command.sock")));
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"name\":\n"));

        using var reader = new StreamReader(new NetworkStream(socket));
        (await reader.ReadToEndAsync().Within("the answer")).ShouldContain("The call cannot be read.");
    }

    [Fact]
    public async Task A_secret_reaches_the_command_beside_its_arguments()
    {
        await StartAsync();

        (await CommandClient.TryRunAsync(_folder.Folder, "echo", ["a"], _lines.Add, "Пароль")).ShouldBe(1);

        _echo.Secret.ShouldBe("Пароль");
        $"{new CommandCall([], _ => Task.CompletedTask, "hunter2")} {new CommandWire.Call("x", [], "hunter2")}".ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_command_is_cancelled_when_its_caller_goes_away()
    {
        await StartAsync();
        using var patience = new CancellationTokenSource();
        var call = CommandClient.TryRunAsync(_folder.Folder, "echo", ["wait"], _lines.Add, cancellationToken: patience.Token);
        await _echo.Waiting.Within("the command to run");

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call);
        await _echo.Cancelled.Within("the command to be cancelled");
    }

    [Fact]
    public async Task A_connection_that_cannot_be_accepted_is_tried_again_after_a_pause()
    {
        var failures = 2;
        await StartAsync((listener, ct) => failures-- > 0
            ? ValueTask.FromException<Socket>(new SocketException((int)SocketError.TooManyOpenSockets))
            : listener.AcceptAsync(ct));
        var call = CallAsync("echo", "x");

        for (var pause = 0; pause < 2; pause++)
        {
            await _clock.TimersArmedAsync(1);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        (await call.Within("the answer")).ShouldBe(1);
    }

    private async Task StartAsync(Func<Socket, CancellationToken, ValueTask<Socket>>? accept = null)
    {
        _server = new CommandServer(
            _folder.Folder, new CommandTable([_echo], NullLogger<CommandTable>.Instance), _clock, NullLogger<CommandServer>.Instance)
        {
            Accept = accept ?? ((listener, ct) => listener.AcceptAsync(ct)),
        };
        await _server.StartAsync(default);
    }

    private Task<int?> CallAsync(string name, params string[] arguments) => CommandClient.TryRunAsync(_folder.Folder, name, arguments, _lines.Add);

    private sealed class Echo : ICommandHandler
    {
        private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "echo";

        public string Usage => "echo TEXT…  says it again";

        public string? Secret { get; private set; }

        public Task Waiting => _waiting.Task;

        public Task Cancelled => _cancelled.Task;

        public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
        {
            Secret = call.Secret;
            foreach (var argument in call.Arguments)
            {
                await DoAsync(call, argument, cancellationToken);
            }

            return call.Arguments.Length;
        }

        private async Task DoAsync(CommandCall call, string argument, CancellationToken cancellationToken)
        {
            switch (argument)
            {
                case "fail":
                    throw new InvalidOperationException("as asked");
                case "wait":
                    await using (cancellationToken.Register(_cancelled.SetResult))
                    {
                        _waiting.SetResult();
                        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                    }

                    break;
                default:
                    await call.WriteLine(argument);
                    break;
            }
        }
    }
}
