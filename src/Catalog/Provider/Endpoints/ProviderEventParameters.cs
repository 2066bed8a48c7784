using Actors.Web.Reading;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>The query of the list.</summary>
internal static class ProviderEventParameters
{
    /// <summary>Characters of a parameter.</summary>
    public const int Longest = 500;

    /// <summary>What is asked for; faults stay with the reader. An unknown ordering is ignored, as Django REST framework does, an empty filter too.</summary>
    public static ProviderEventQuery Read(QueryReader query)
    {
        var open = OpenOf(query);
        var name = query.OptionalText("name", Longest);
        var search = query.OptionalText("search", Longest)?.Trim();
        var latest = query.OptionalText("ordering", Longest) == "-event_time";
        return new(open, name is "" ? null : name, search is "" ? null : search, latest);
    }

    // Only open events unless others are asked for (C46).
    private static bool? OpenOf(QueryReader query)
    {
        switch (query.OptionalText("status", Longest))
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
