namespace Actors.Catalog.Scraping.Sources;

/// <summary>How a source is read.</summary>
internal enum SourceKind
{
    /// <summary>One or more pages (following "next") that hold whole events.</summary>
    Page,

    /// <summary>Pages that lead to event pages.</summary>
    Listing,

    /// <summary>The public API of KudaGo.</summary>
    KudaGo,

    /// <summary>Selections of Yandex Afisha.</summary>
    YandexAfisha,

    /// <summary>The public API of TimePad.</summary>
    TimePad,

    /// <summary>Pages without markup, read by selectors.</summary>
    List,
}
