using Actors.Persistence;

namespace Actors.Accounts.SignUp;

/// <summary>How a claim becomes a row of table <c>claims</c>.</summary>
internal static class ClaimRow
{
    /// <summary>Name of the grain storage that keeps claims.</summary>
    public const string Storage = "claims";

    public static readonly RowKind<ClaimState> Kind = new("claims", StoredJson.TypeInfo<ClaimState>());
}
