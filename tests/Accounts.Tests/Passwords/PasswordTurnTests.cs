using Actors.Accounts.Passwords;

namespace Actors.Accounts.Tests.Passwords;

/// <summary>A crowd at the door waits in a queue that has an end.</summary>
public sealed class PasswordTurnTests
{
    [Fact]
    public async Task Who_comes_when_too_many_wait_is_turned_away_and_may_come_again()
    {
        using var turns = new PasswordTurns();
        var crowd = Enumerable.Range(0, PasswordTurns.AtOnce + PasswordTurns.MaxWaiting).Select(_ => turns.EnterAsync(default)).ToList();
        crowd.Count(c => c.IsCompleted).ShouldBe(PasswordTurns.AtOnce);

        (await turns.EnterAsync(default)).ShouldBeNull();
        foreach (var turn in crowd) (await turn)!.Dispose();

        for (var i = 0; i < PasswordTurns.AtOnce; i++) await turns.EnterAsync(default);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_queue()
    {
        using var turns = new PasswordTurns();
        using var goes = new CancellationTokenSource();
        for (var i = 0; i < PasswordTurns.AtOnce; i++) await turns.EnterAsync(default);
        var waiting = Enumerable.Range(0, PasswordTurns.MaxWaiting).Select(_ => turns.EnterAsync(goes.Token)).ToList();

        await goes.CancelAsync();

        foreach (var turn in waiting) await Should.ThrowAsync<OperationCanceledException>(turn);
        turns.EnterAsync(default).IsCompleted.ShouldBeFalse();
    }
}
