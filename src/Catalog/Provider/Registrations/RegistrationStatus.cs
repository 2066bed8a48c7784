namespace Actors.Catalog.Provider.Registrations;

/// <summary>The status of a registration. The numbers are stored.</summary>
internal enum RegistrationStatus
{
    /// <summary>Accepted here, not yet decided by the provider.</summary>
    Pending = 0,

    /// <summary>The provider has registered the visitor.</summary>
    Confirmed = 1,

    /// <summary>The provider refused the visitor for good.</summary>
    Rejected = 2,

    /// <summary>The provider will give no clear response: the visitor may be registered or not.</summary>
    Unclear = 3,
}

/// <summary>The names of statuses.</summary>
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
