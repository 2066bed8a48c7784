using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Reminders;

internal sealed partial class ReminderService
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Reminder {Reminder} of a {GrainType} failed")]
    private partial void LogDeliveryFailed(string reminder, GrainType grainType, Exception exception);
}
