using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests.Grains;

[Alias("runtime.IRemindedGrain")]
internal interface IRemindedGrain : IGrainWithStringKey
{
    Task Remind(string name, TimeSpan due, TimeSpan period);

    Task Forget(string name);

    Task ForgetTwice(string name);

    Task<string> Names();
}

internal sealed class RemindedGrain(Journal journal) : Grain, IRemindedGrain, IRemindable
{
    public Task Remind(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task Forget(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    public async Task ForgetTwice(string name)
    {
        var reminder = await this.GetReminder(name);
        await this.UnregisterReminder(reminder!);
        await this.UnregisterReminder(reminder!);
    }

    public async Task<string> Names() =>
        string.Join(", ", (await this.GetReminders()).Select(reminder => reminder.ReminderName).Order(StringComparer.Ordinal));

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var number = (int)Math.Round((status.CurrentTickTime - status.FirstTickTime) / status.Period);
        journal.Write($"{reminderName} {number}");
        return reminderName == "fails" ? throw new InvalidOperationException(reminderName) : Task.CompletedTask;
    }
}
