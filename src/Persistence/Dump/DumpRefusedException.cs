namespace Actors.Persistence.Dump;

/// <summary>A dump cannot be imported into this database. The message is for the operator.</summary>
internal sealed class DumpRefusedException(string message) : Exception(message);
