using Actors.Catalog.Provider.Sync;
using Actors.Persistence;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>
/// One step of registering a visitor at the provider: choose a seat, or request it. The intent to send is stored first. After a crash or a lost
/// response the visitor may thus be known to be registered: then the same seat is requested with the same key, never another.
/// </summary>
internal sealed class RegistrationAttempt(
    ProviderRegistration registration, IEventsProvider provider, DateTimeOffset now, Func<ProviderRegistration, Task> save)
{
    /// <summary>Maximum number of seats tried for a visitor without a wish.</summary>
    private const int MaxSeats = 5;

    private const string Taken = "The seat is taken.", NoAnswer = "The provider gave no clear answer: the visitor may be registered or not.";

    /// <summary>Stores the result, or throws <see cref="RegistrationDelayedException"/> if no decision is possible now.</summary>
    public Task StepAsync()
    {
        if (now >= registration.EventTime)
            return registration.Unclear ? LeaveUnclear() : Reject("The event began before the provider confirmed the registration.");
        return registration.Seat is null ? ChooseSeatAsync() : RequestAsync(registration.Seat);
    }

    private async Task ChooseSeatAsync()
    {
        var seats = await FreeSeatsAsync();
        var requested = registration.Visitor.Seat;
        if (requested is not null) await HoldRequestedAsync(requested, seats);
        else if (seats.Result == SeatsResult.NotOffered) await save(registration with { Seat = "" });
        else if (registration.Seats >= MaxSeats) await Reject("The tried seats were taken.");
        else if (seats.Free.IsEmpty) await Reject("No seat is free.");
        else await HoldAnyAsync(SeatChoice.Of(seats.Free, registration.Id));
    }

    private async Task HoldRequestedAsync(string requested, SeatsOutcome seats)
    {
        var free = seats.Result == SeatsResult.NotOffered || seats.Free.Contains(requested, StringComparer.Ordinal);
        if (!(free && await TryHoldAsync(requested))) await Reject(Taken);
    }

    private async Task HoldAnyAsync(IEnumerable<string> free)
    {
        foreach (var seat in free)
        {
            if (await TryHoldAsync(seat)) return;
        }

        throw new RegistrationDelayedException("Other visitors hold all free seats.");
    }

    // False if another of our visitors holds the seat.
    private async Task<bool> TryHoldAsync(string seat)
    {
        try
        {
            await save(registration with { Seat = seat, Seats = registration.Seats + 1 });
            return true;
        }
        catch (RowRefusedException)
        {
            return false;
        }
    }

    private async Task RequestAsync(string seat)
    {
        if (!registration.Unclear) await save(registration with { Unclear = true });
        var outcome = await provider.RegisterAsync(registration.EventId, registration.Id, registration.Visitor, seat, CancellationToken.None);
        switch (outcome.Result)
        {
            case RegisterResult.Done:
                await save(registration with { Status = RegistrationStatus.Confirmed, Ticket = outcome.Ticket, Unclear = false });
                break;
            case RegisterResult.Refused:
                await RefusedAsync(seat);
                break;
            case RegisterResult.NotTaken when !registration.Unclear:
                await save(registration with { Unclear = false });
                throw new RegistrationDelayedException($"The provider did not accept the request (status {outcome.Status}).");
            default:
                throw new RegistrationDelayedException($"The provider did not respond (status {outcome.Status}).");
        }
    }

    // After a lost response, a refusal may mean that the first request succeeded; only a seat that is still free proves that it did not.
    private async Task RefusedAsync(string seat)
    {
        var seats = seat.Length > 0 ? await FreeSeatsAsync() : new(SeatsResult.NotOffered, []);
        var free = seats.Result == SeatsResult.Known && seats.Free.Contains(seat, StringComparer.Ordinal);
        var taken = seats.Result == SeatsResult.Known && !free;
        if (registration.Unclear && !free) await LeaveUnclear();
        else if (taken && registration.Visitor.Seat is null) await save(registration with { Seat = null, Unclear = false });
        else await Reject(taken ? Taken : "The provider refused the registration.");
    }

    private async Task<SeatsOutcome> FreeSeatsAsync()
    {
        var seats = await provider.SeatsAsync(registration.EventId, CancellationToken.None);
        return seats.Result == SeatsResult.Failed ? throw new RegistrationDelayedException("The provider does not list the free seats.") : seats;
    }

    private Task LeaveUnclear() => save(registration with { Status = RegistrationStatus.Unclear, Reason = NoAnswer });

    private Task Reject(string reason) => save(registration with { Status = RegistrationStatus.Rejected, Reason = reason, Unclear = false });
}
