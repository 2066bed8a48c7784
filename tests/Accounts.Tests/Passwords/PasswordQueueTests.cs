using Actors.Accounts.Passwords;

namespace Actors.Accounts.Tests.Passwords;

/// <summary>The queue of password checks is bounded.</summary>
public sealed class PasswordQueueTests
{
    [Fact]
    public async Task A_full_queue_refuses_attempts()
    {
        using var turns = new PasswordQueue();
        var crowd = Enumerable.Range(0, PasswordQueue.Parallelism + PasswordQueue.MaxWaiting).Select(_ => turns.EnterAsync(default)).ToList();
        crowd.Count(c => c.IsCompleted).ShouldBe(PasswordQueue.Parallelism);

        (await turns.EnterAsync(default)).ShouldBeNull();
        foreach (var turn in crowd) (await turn)!.Dispose();

        for (var i = 0; i < PasswordQueue.Parallelism; i++) await turns.EnterAsync(default);
    }

    [Fact]
    public async Task A_cancelled_attempt_leaves_the_queue()
    {
        using var turns = new PasswordQueue();
        using var goes = new CancellationTokenSource();
        for (var i = 0; i < PasswordQueue.Parallelism; i++) await turns.EnterAsync(default);
        var waiting = Enumerable.Range(0, PasswordQueue.MaxWaiting).Select(_ => turns.EnterAsync(goes.Token)).ToList();

        await goes.CancelAsync();

        foreach (var turn in waiting) await Should.ThrowAsync<OperationCanceledException>(turn);
        turns.EnterAsync(default).IsCompleted.ShouldBeFalse();
    }
}
