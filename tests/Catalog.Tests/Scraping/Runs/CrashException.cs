namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Stands for the end of the process: nothing after it happens.</summary>
internal sealed class CrashException : Exception
{
    public CrashException() : base("the program is gone")
    {
    }

    public CrashException(string message) : base(message)
    {
    }

    public CrashException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
