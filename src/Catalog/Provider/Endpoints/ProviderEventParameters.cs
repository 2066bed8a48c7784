using Actors.Web.Reading;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>Reads the query parameters of the list.</summary>
internal static class ProviderEventParameters
{
    /// <summary>Maximum length of a parameter.</summary>
    public const int MaxLength = 500;

    /// <summary>Reads the query; faults stay in the reader. As in Django REST framework, an unknown ordering and empty filters are ignored.</summary>
    public static ProviderEventQuery Read(QueryReader query)
    {
        var open = OpenOf(query);
        var name = query.OptionalText("name", MaxLength);
        var search = query.OptionalText("search", MaxLength)?.Trim();
        var latest = query.OptionalText("ordering", MaxLength) == "-event_time";
        return new(open, name is "" ? null : name, search is "" ? null : search, latest);
    }

    // Only open events by default (C46).
    private static bool? OpenOf(QueryReader query)
    {
        switch (query.OptionalText("status", MaxLength))
        {
            case null or "" or "open":
                return true;
            case "closed":
                return false;
            case "all":
                return null;
            case var other:
                query.Refuse("status", $"Select a valid choice. {other} is not one of the available choices.", "enum");
                return null;
        }
    }
}
