namespace Actors.Hosting.Mail;

internal sealed partial class LetterHandler
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server refuses letter {Letter} for good; it is dropped")]
    private static partial void Refused(ILogger logger, string letter);

    [LoggerMessage(Level = LogLevel.Error, Message = "Letter {Letter} could not be sent for {Days} days; it is dropped")]
    private static partial void GivenUp(ILogger logger, string letter, double days);
}
