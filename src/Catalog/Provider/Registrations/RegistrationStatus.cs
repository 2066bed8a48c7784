namespace Actors.Catalog.Provider.Registrations;

/// <summary>How far a registration is. The numbers are stored.</summary>
internal enum RegistrationStatus
{
    /// <summary>Accepted here, not yet decided by the provider.</summary>
    Pending = 0,

    /// <summary>The provider has registered the visitor.</summary>
    Confirmed = 1,

    /// <summary>It did not, and will not.</summary>
    Rejected = 2,

    /// <summary>It gave no clear answer, and will give none: the visitor may be registered or not.</summary>
    Unclear = 3,
}

/// <summary>How statuses are called.</summary>
internal static class RegistrationStatuses
{
    /// <summary>The name that clients see.</summary>
    public static string NameOf(RegistrationStatus status) => status switch
    {
        RegistrationStatus.Confirmed => "confirmed",
        RegistrationStatus.Rejected => "rejected",
        RegistrationStatus.Unclear => "unclear",
        _ => "pending",
    };
}
