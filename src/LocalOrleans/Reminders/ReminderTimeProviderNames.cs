namespace Orleans.Reminders;

/// <summary>The key under which reminders look for a clock of their own before they take the host's.</summary>
public static class ReminderTimeProviderNames
{
    /// <summary>Reminders.</summary>
    public const string Reminders = "Orleans.Reminders";
}
