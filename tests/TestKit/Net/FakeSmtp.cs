using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Actors.TestKit;

/// <summary>
/// A mail server on 127.0.0.1 for one test. It accepts every mail, unless <see cref="Replies"/> has another reply for a command (<c>MAIL</c>,
/// <c>RCPT</c>, <c>AUTH</c>, <c>DATA</c>, <c>.</c> for the end of a mail) or for a whole line like <c>RCPT TO:&lt;anna@example.org&gt;</c>. An empty
/// reply closes the connection.
/// </summary>
public sealed class FakeSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly X509Certificate2? _certificate;
    private readonly bool _implicitTls;
    private readonly Task _serving;

    /// <summary>
    /// Starts the server. With a certificate it offers STARTTLS, or TLS from the first byte. Encrypted connections may authenticate.
    /// </summary>
    public FakeSmtp(X509Certificate2? certificate = null, bool implicitTls = false)
    {
        (_certificate, _implicitTls) = (certificate, implicitTls);
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Replies that replace the default acceptance.</summary>
    public ConcurrentDictionary<string, string> Replies { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it accepts non-ASCII addresses.</summary>
    public bool TakesUtf8 { get; set; }

    /// <summary>Every line from clients, except the content of mails.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];

    /// <summary>The accepted mails, as sent.</summary>
    public ConcurrentQueue<string> Letters { get; } = [];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _serving;
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
                sessions.Add(HandleAsync(await _listener.AcceptTcpClientAsync(_closing.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task HandleAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var session = new Session(this, client.GetStream());
                await session.RunAsync(_closing.Token);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client disconnected or rejected the certificate.
            }
        }
    }

    private sealed class Session(FakeSmtp server, Stream plain) : IDisposable
    {
        private StreamReader _reader = new(plain);
        private StreamWriter _writer = Writer(plain);
        private bool _encrypted;

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            if (server._implicitTls) await EncryptAsync(cancellationToken);
            await _writer.WriteLineAsync("220 fake ready");
            while (await _reader.ReadLineAsync(cancellationToken) is { } line)
            {
                server.Heard.Enqueue(line);
                var verb = line.Split(' ')[0].ToUpperInvariant();
                var reply = server.Replies.GetValueOrDefault(line) ?? server.Replies.GetValueOrDefault(verb) ?? DefaultReply(verb);
                if (reply.Length == 0) return;
                await _writer.WriteLineAsync(reply);
                if (verb == "STARTTLS") await EncryptAsync(cancellationToken);
                if (verb == "DATA" && reply.StartsWith('3') && !await TakeAsync(cancellationToken)) return;
                if (verb == "QUIT") return;
            }
        }

        public void Dispose() => _reader.Dispose();

        private string DefaultReply(string verb) => verb switch
        {
            "EHLO" => string.Join("\r\n", Extensions().Select(extension => $"250-{extension}")) + "\r\n250 HELP",
            "AUTH" => "235 welcome",
            "STARTTLS" => "220 go on",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 yes",
        };

        private IEnumerable<string> Extensions()
        {
            yield return "fake";
            if (server._certificate is not null && !_encrypted) yield return "STARTTLS";
            if (_encrypted) yield return "AUTH PLAIN";
            if (server.TakesUtf8) yield return "8BITMIME\r\n250-SMTPUTF8";
        }

        private async Task<bool> TakeAsync(CancellationToken cancellationToken)
        {
            var letter = new List<string>();
            while (await _reader.ReadLineAsync(cancellationToken) is { } line && line != ".") letter.Add(line.StartsWith('.') ? line[1..] : line);
            var reply = server.Replies.GetValueOrDefault(".") ?? "250 taken";
            if (reply.StartsWith('2')) server.Letters.Enqueue(string.Join('\n', letter));
            if (reply.Length > 0) await _writer.WriteLineAsync(reply);
            return reply.Length > 0;
        }

        private async Task EncryptAsync(CancellationToken cancellationToken)
        {
            var secure = new SslStream(plain);
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server._certificate }, cancellationToken);
            (_reader, _writer, _encrypted) = (new StreamReader(secure), Writer(secure), true);
        }

        private static StreamWriter Writer(Stream stream) => new(stream) { NewLine = "\r\n", AutoFlush = true };
    }
}
