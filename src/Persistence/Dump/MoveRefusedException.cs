namespace Actors.Persistence.Dump;

/// <summary>A file that cannot be imported, or not here; the message is for the operator.</summary>
internal sealed class MoveRefusedException(string message) : Exception(message);
