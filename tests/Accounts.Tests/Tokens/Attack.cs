namespace Actors.Accounts.Tests.Tokens;

/// <summary>A token that must not be taken for ours.</summary>
internal sealed record Attack(string Name, string Token);
