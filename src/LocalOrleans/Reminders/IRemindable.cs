using Orleans.Runtime;

namespace Orleans;

/// <summary>A grain that has reminders.</summary>
public interface IRemindable : IGrain
{
    /// <summary>Called when a reminder is due.</summary>
    Task ReceiveReminder(string reminderName, TickStatus status);
}
