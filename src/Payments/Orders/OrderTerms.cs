using System.Collections.Immutable;

namespace Actors.Payments.Orders;

/// <summary>The immutable terms of an order, including the agreed price.</summary>
[GenerateSerializer, Immutable, Alias("payments.OrderTerms")]
public sealed record OrderTerms
{
    public const decimal MaxAmount = 1_000_000_000m;

    /// <summary>Maximum length of the description; Robokassa's limit.</summary>
    public const int MaxDescription = 100;

    /// <summary>Maximum length of every other field except the receipt.</summary>
    public const int MaxText = 200;

    public const int MaxReceipt = 4000;
    public const int MaxParameters = 10;

    /// <summary>Selects the <see cref="IOrderOwner"/> that applies the effects.</summary>
    [Id(0)] public required string Purpose { get; init; }

    /// <summary>The owner's key of the paid object, for example a booking.</summary>
    [Id(1)] public required string OwnerKey { get; init; }

    /// <summary>The id of the paying account.</summary>
    [Id(2)] public required string Payer { get; init; }

    [Id(3)] public required string Provider { get; init; }

    /// <summary>At most two decimals.</summary>
    [Id(4)] public required decimal Amount { get; init; }

    /// <summary>ISO 4217 code.</summary>
    [Id(5)] public string Currency { get; init; } = "RUB";

    /// <summary>The description that the buyer sees.</summary>
    [Id(6)] public required string Description { get; init; }

    /// <summary>The buyer's e-mail address, for the provider's receipt.</summary>
    [Id(7)] public string? Email { get; init; }

    /// <summary>The items of the fiscal receipt, as the provider's JSON.</summary>
    [Id(8)] public string? Receipt { get; init; }

    /// <summary>The time until which the provider accepts the payment. A later payment is still accepted here.</summary>
    [Id(9)] public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// Values that the provider returns in notifications (Robokassa: <c>Shp_*</c>). Names consist of letters, digits and <c>_</c>, values of ASCII.
    /// </summary>
    [Id(10)] public ImmutableDictionary<string, string> Parameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The first validation error; null if the terms are valid.</summary>
    public string? Problem() => this switch
    {
        { Amount: <= 0 or > MaxAmount } => "The amount must be more than 0 and at most 1,000,000,000.",
        { Amount: var amount } when decimal.Round(amount, 2) != amount => "The amount has more than two decimals.",
        { Currency: not { Length: 3 } } => "The currency is not a code of three letters.",
        { Description.Length: 0 or > MaxDescription } => "The description must have 1 to 100 characters.",
        _ when IsEmptyOrTooLong(Purpose) || IsEmptyOrTooLong(OwnerKey) || IsEmptyOrTooLong(Payer) || IsEmptyOrTooLong(Email ?? "-") => "A field is empty or longer than 200 characters.",
        { Receipt.Length: > MaxReceipt } => "The receipt is too long.",
        { Parameters.Count: > MaxParameters } => "There are more than 10 parameters.",
        _ when !Parameters.All(IsParameter) => "A parameter's name has other characters than letters, digits and '_', or its value is not ASCII.",
        _ => null,
    };

    /// <summary>True if the terms describe the same order.</summary>
    internal bool IsSameOrder(OrderTerms other) =>
        (Purpose, OwnerKey, Payer, Provider, Amount, Currency) == (other.Purpose, other.OwnerKey, other.Payer, other.Provider, other.Amount, other.Currency);

    internal static bool IsEmptyOrTooLong(string text) => text.Length is 0 or > MaxText;

    private static bool IsParameter(KeyValuePair<string, string> parameter) =>
        parameter.Key.Length is > 0 and <= 32 && parameter.Key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && parameter.Value.Length <= MaxText && parameter.Value.All(c => c is >= ' ' and <= '~');
}
