namespace Actors.Catalog.Provider.Registrations;

/// <summary>Who wants to visit an event. Never logged.</summary>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Last name; the provider wants one, so a dash where none is known.</param>
/// <param name="Email">Where to write to.</param>
/// <param name="Seat">The seat that was asked for; null: any.</param>
[GenerateSerializer, Immutable, Alias("catalog.Visitor")]
internal sealed record Visitor(
    [property: Id(0)] string FirstName, [property: Id(1)] string LastName, [property: Id(2)] string Email, [property: Id(3)] string? Seat)
{
    /// <summary>Stands for a name that is not known.</summary>
    public const string NoName = "-";

    /// <inheritdoc/>
    public override string ToString() => "visitor";
}
