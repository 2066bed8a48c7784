namespace Actors.Payments.Providers;

/// <summary>Finds configured providers by name.</summary>
internal sealed class PaymentProviders(IEnumerable<IPaymentProvider> providers)
{
    private readonly Dictionary<string, IPaymentProvider> _byName = providers.ToDictionary(p => p.Name, StringComparer.Ordinal);

    public IPaymentProvider? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The provider of a stored order. Throws if it is no longer configured.</summary>
    public IPaymentProvider Of(string name) =>
        Find(name) ?? throw new InvalidOperationException($"Payments by '{name}' are not configured in this program.");
}
