using System.Net;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Accounts.Kit;

/// <summary>A client that refreshes continuously at random silos, and repeats a token until it gets a response.</summary>
internal sealed class Refresher(string token, IReadOnlyList<SiloProcess> silos, Random random)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromMilliseconds(25);
    private long _requestedAt;

    /// <summary>The last token that was acknowledged.</summary>
    public string Token { get; private set; } = token;

    /// <summary>The number of new token pairs.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>The number of requests without response or with 503.</summary>
    public int Failed { get; private set; }

    /// <summary>The first other response; after 401 the client is signed out.</summary>
    public HttpStatusCode? Refused { get; private set; }

    /// <summary>Whether a token pair requested after a moment has arrived.</summary>
    public bool HasAnswerSince(long timestamp) => Volatile.Read(ref _requestedAt) > timestamp;

    /// <summary>Refreshes until cancelled; the last request is not repeated.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && Refused is null)
        {
            var asked = TimeProvider.System.GetTimestamp();
            var reply = await silos[random.Next(silos.Count)].RefreshAsync(Token);
            Record(reply, asked);
            await Task.Delay(reply.Status == HttpStatusCode.OK ? s_pause : s_pauseAfterFailure, TimeProvider.System, CancellationToken.None);
        }
    }

    private void Record(Reply reply, long asked)
    {
        if (reply.Status == HttpStatusCode.OK)
        {
            (Token, Acknowledged) = (reply.RefreshToken!, Acknowledged + 1);
            Volatile.Write(ref _requestedAt, asked);
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
