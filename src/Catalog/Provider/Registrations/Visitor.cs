namespace Actors.Catalog.Provider.Registrations;

/// <summary>A visitor of an event. Never logged.</summary>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">The last name; the provider requires one, so a dash if unknown.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Seat">The requested seat; null means any.</param>
[GenerateSerializer, Immutable, Alias("catalog.Visitor")]
internal sealed record Visitor(
    [property: Id(0)] string FirstName, [property: Id(1)] string LastName, [property: Id(2)] string Email, [property: Id(3)] string? Seat)
{
    /// <summary>Placeholder for an unknown name.</summary>
    public const string NoName = "-";

    /// <inheritdoc/>
    public override string ToString() => "visitor";
}
