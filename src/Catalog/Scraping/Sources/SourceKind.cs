namespace Actors.Catalog.Scraping.Sources;

/// <summary>The kinds of sources.</summary>
internal enum SourceKind
{
    /// <summary>Pages that contain whole events; "next" links are followed.</summary>
    Page,

    /// <summary>Pages with links to event pages.</summary>
    Listing,

    /// <summary>The public API of KudaGo.</summary>
    KudaGo,

    /// <summary>Selections of Yandex Afisha.</summary>
    YandexAfisha,

    /// <summary>The public API of TimePad.</summary>
    TimePad,

    /// <summary>Pages without semantic markup, read by selectors.</summary>
    List,
}
