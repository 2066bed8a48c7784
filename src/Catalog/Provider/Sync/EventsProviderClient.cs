using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Provider.Registrations;
using Actors.Outbound;

namespace Actors.Catalog.Provider.Sync;

/// <summary>The HTTP client of the provider. The operator chooses the host, so it may be in a private network; no other host is reached.</summary>
internal sealed class EventsProviderClient(IOutbound outbound, ProviderSettings settings) : IEventsProvider
{
    private const long MaxPageBytes = 16 * 1024 * 1024, MaxResponseBytes = 1024 * 1024;
    private const int MaxSeats = 100_000, MaxSeatLength = 64, MaxTicketLength = 200;

    private readonly ImmutableDictionary<string, string> _headers = ImmutableDictionary<string, string>.Empty.Add("x-api-key", settings.ApiKey);

    public async Task<PageOutcome> PageAsync(Uri page, CancellationToken cancellationToken)
    {
        var answer = await outbound.GetAsync(page, Policy("provider-page", MaxPageBytes), _headers, cancellationToken);
        if (!answer.Ok) return new(null, answer.Detail ?? "failed", answer.Status, answer.RetryAfter);
        return ProviderPage.Read(answer.Body) is { } read ? new(read) : new(null, $"the response is not a page of at most {ProviderPage.MaxItems} events");
    }

    public async Task<SeatsOutcome> SeatsAsync(Guid eventId, CancellationToken cancellationToken)
    {
        if (settings.Provider is not { } provider) return new(SeatsResult.Failed, []);
        var answer = await outbound.GetAsync(ProviderPaths.Seats(provider, eventId), Policy("provider-seats", MaxResponseBytes), _headers, cancellationToken);
        if (answer.Status is 404 or 405 or 501) return new(SeatsResult.NotOffered, []);
        return answer.Ok && SeatsOf(answer.Body) is { } free ? new(SeatsResult.Known, free) : new(SeatsResult.Failed, []);
    }

    public async Task<RegisterOutcome> RegisterAsync(Guid eventId, Guid registration, Visitor visitor, string seat, CancellationToken cancellationToken)
    {
        if (settings.Provider is not { } provider) return new(RegisterResult.NotTaken);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new RegisterBody(visitor.FirstName, visitor.LastName, visitor.Email, seat.Length == 0 ? null : seat), ProviderWire.Default.RegisterBody);
        var keyed = _headers.Add("Idempotency-Key", registration.ToString("D"));
        var answer = await outbound.PostAsync(
            ProviderPaths.Register(provider, eventId), body, Policy("provider-register", MaxResponseBytes), keyed, cancellationToken);
        return new(ResultOf(answer), answer.Ok ? TicketOf(answer.Body) : null, answer.Status);
    }

    private OutboundPolicy Policy(string name, long bytes) =>
        new(name, bytes, settings.Timeout, Accept: "application/json") { TrustedOrigin = settings.Provider };

    // A rejected API key is the operator's problem, not the visitor's.
    private static RegisterResult ResultOf(OutboundAnswer answer) => answer switch
    {
        { Ok: true } => RegisterResult.Done,
        { Unclear: true } => RegisterResult.Unclear,
        { Status: 401 or 403 or 425 or 429 } => RegisterResult.NotTaken,
        { Status: >= 400 and < 500 } => RegisterResult.Refused,
        _ => RegisterResult.NotTaken,
    };

    private static ImmutableArray<string>? SeatsOf(ReadOnlyMemory<byte> body)
    {
        if (Read(body) is not { } json || !json.TryGetProperty("seats", out var seats) || seats.ValueKind != JsonValueKind.Array) return null;
        return [.. seats.EnumerateArray().Take(MaxSeats).Select(seat => TextOf(seat, MaxSeatLength)).Where(seat => seat is { Length: > 0 }).Select(seat => seat!)];
    }

    private static string? TicketOf(ReadOnlyMemory<byte> body) =>
        Read(body) is { } json && json.TryGetProperty("ticket_id", out var ticket) ? TextOf(ticket, MaxTicketLength) : null;

    private static JsonElement? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement value, int max)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Length <= max ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
