using Orleans.Runtime;

namespace Orleans.Reminders;

/// <summary>A stored reminder, as its grain sees it.</summary>
internal sealed record GrainReminder(string ReminderName, string ETag) : IGrainReminder
{
    public static GrainReminder Of(ReminderEntry entry) => new(entry.ReminderName, entry.ETag ?? string.Empty);
}
