namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Simulates a crash of the process: no code runs after it.</summary>
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
