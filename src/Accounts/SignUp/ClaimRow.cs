using Actors.Persistence;

namespace Actors.Accounts.SignUp;

/// <summary>Maps claims to rows of table <c>claims</c>.</summary>
internal static class ClaimRow
{
    /// <summary>The name of the grain storage.</summary>
    public const string Storage = "claims";

    public static readonly RowKind<ClaimState> Kind = new("claims", StoredJson.TypeInfo<ClaimState>());
}
