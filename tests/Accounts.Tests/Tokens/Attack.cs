namespace Actors.Accounts.Tests.Tokens;

/// <summary>A token that must be refused.</summary>
internal sealed record Attack(string Name, string Token);
