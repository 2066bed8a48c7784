namespace Orleans;

/// <summary>Stored reminders.</summary>
public sealed class ReminderTableData
{
    /// <summary>None.</summary>
    public ReminderTableData()
        : this([])
    {
    }

    /// <summary>One.</summary>
    public ReminderTableData(ReminderEntry entry)
        : this([entry])
    {
    }

    /// <summary>Several.</summary>
    public ReminderTableData(IEnumerable<ReminderEntry> list) => Reminders = [.. list];

    /// <summary>The reminders.</summary>
    public IList<ReminderEntry> Reminders { get; }

    /// <inheritdoc />
    public override string ToString() => $"[{Reminders.Count} reminders: {string.Join(", ", Reminders)}.]";
}
