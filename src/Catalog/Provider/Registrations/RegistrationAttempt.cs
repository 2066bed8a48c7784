using Actors.Catalog.Provider.Sync;
using Actors.Persistence;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>
/// One step of bringing a registration to the provider: choose a seat, or ask for it. That a request is about to be sent is stored before, so
/// after a crash or a lost answer it is known that the provider may have the visitor: then the same seat is asked for with the same key, never another.
/// </summary>
internal sealed class RegistrationAttempt(
    ProviderRegistration registration, IEventsProvider provider, DateTimeOffset now, Func<ProviderRegistration, Task> keep)
{
    /// <summary>Seats that are tried for a visitor who asked for none.</summary>
    private const int MostSeats = 5;

    private const string Taken = "The seat is taken.", NoAnswer = "The provider gave no clear answer: the visitor may be registered or not.";

    /// <summary>Stores what came of it, or throws <see cref="RegistrationDelayedException"/> when nothing can be decided now.</summary>
    public Task StepAsync()
    {
        if (now >= registration.EventTime)
            return registration.Unclear ? LeaveOpen() : Reject("The event began before the provider confirmed the registration.");
        return registration.Seat is null ? ChooseAsync() : AskAsync(registration.Seat);
    }

    private async Task ChooseAsync()
    {
        var seats = await FreeSeatsAsync();
        var asked = registration.Visitor.Seat;
        if (asked is not null) await HoldAskedAsync(asked, seats);
        else if (seats.Result == SeatsResult.NotOffered) await keep(registration with { Seat = "" });
        else if (registration.Seats >= MostSeats) await Reject("The seats were taken by others.");
        else if (seats.Free.IsEmpty) await Reject("No seat is free.");
        else await HoldAnyAsync(SeatChoice.Of(seats.Free, registration.Id));
    }

    private async Task HoldAskedAsync(string asked, SeatsOutcome seats)
    {
        var free = seats.Result == SeatsResult.NotOffered || seats.Free.Contains(asked, StringComparer.Ordinal);
        if (!(free && await HeldAsync(asked))) await Reject(Taken);
    }

    private async Task HoldAnyAsync(IEnumerable<string> free)
    {
        foreach (var seat in free)
        {
            if (await HeldAsync(seat)) return;
        }

        throw new RegistrationDelayedException("Others are about to get the seats that are free.");
    }

    // False when another of our visitors has the seat, or is about to.
    private async Task<bool> HeldAsync(string seat)
    {
        try
        {
            await keep(registration with { Seat = seat, Seats = registration.Seats + 1 });
            return true;
        }
        catch (RowRefusedException)
        {
            return false;
        }
    }

    private async Task AskAsync(string seat)
    {
        if (!registration.Unclear) await keep(registration with { Unclear = true });
        var outcome = await provider.RegisterAsync(registration.EventId, registration.Id, registration.Visitor, seat, CancellationToken.None);
        switch (outcome.Result)
        {
            case RegisterResult.Done:
                await keep(registration with { Status = RegistrationStatus.Confirmed, Ticket = outcome.Ticket, Unclear = false });
                break;
            case RegisterResult.Refused:
                await RefusedAsync(seat);
                break;
            case RegisterResult.NotTaken when !registration.Unclear:
                await keep(registration with { Unclear = false });
                throw new RegistrationDelayedException($"The provider took nothing (status {outcome.Status}).");
            default:
                throw new RegistrationDelayedException($"The provider gave no answer (status {outcome.Status}).");
        }
    }

    // After a request without an answer a refusal may mean that the first one was taken; only a seat that is still free says that it was not.
    private async Task RefusedAsync(string seat)
    {
        var seats = seat.Length > 0 ? await FreeSeatsAsync() : new(SeatsResult.NotOffered, []);
        var free = seats.Result == SeatsResult.Known && seats.Free.Contains(seat, StringComparer.Ordinal);
        var taken = seats.Result == SeatsResult.Known && !free;
        if (registration.Unclear && !free) await LeaveOpen();
        else if (taken && registration.Visitor.Seat is null) await keep(registration with { Seat = null, Unclear = false });
        else await Reject(taken ? Taken : "The provider refused the registration.");
    }

    private async Task<SeatsOutcome> FreeSeatsAsync()
    {
        var seats = await provider.SeatsAsync(registration.EventId, CancellationToken.None);
        return seats.Result == SeatsResult.Failed ? throw new RegistrationDelayedException("The provider does not say which seats are free.") : seats;
    }

    private Task LeaveOpen() => keep(registration with { Status = RegistrationStatus.Unclear, Reason = NoAnswer });

    private Task Reject(string reason) => keep(registration with { Status = RegistrationStatus.Rejected, Reason = reason, Unclear = false });
}
