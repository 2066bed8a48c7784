using System.Net;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Accounts.Kit;

/// <summary>A client that refreshes again and again, at any silo, and with the same token until it has an answer.</summary>
internal sealed class Refresher(string token, IReadOnlyList<SiloProcess> silos, Random random)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromMilliseconds(25);
    private long _asked;

    /// <summary>The last token that was acknowledged.</summary>
    public string Token { get; private set; } = token;

    /// <summary>Answers with a pair.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Requests with no answer, or 503.</summary>
    public int Failed { get; private set; }

    /// <summary>The first answer that was neither; with 401 the client is signed out.</summary>
    public HttpStatusCode? Refused { get; private set; }

    /// <summary>Whether a pair came that was asked for after a moment.</summary>
    public bool HasAnswerSince(long timestamp) => Volatile.Read(ref _asked) > timestamp;

    /// <summary>Refreshes until told to stop; the request under way is not repeated then.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && Refused is null)
        {
            var asked = TimeProvider.System.GetTimestamp();
            var reply = await silos[random.Next(silos.Count)].RefreshAsync(Token);
            Note(reply, asked);
            await Task.Delay(reply.Status == HttpStatusCode.OK ? s_pause : s_pauseAfterFailure, TimeProvider.System, CancellationToken.None);
        }
    }

    private void Note(Reply reply, long asked)
    {
        if (reply.Status == HttpStatusCode.OK)
        {
            (Token, Acknowledged) = (reply.RefreshToken!, Acknowledged + 1);
            Volatile.Write(ref _asked, asked);
        }
        else if (reply.Status is 0 or HttpStatusCode.ServiceUnavailable)
        {
            Failed++;
        }
        else
        {
            Refused = reply.Status;
        }
    }
}
