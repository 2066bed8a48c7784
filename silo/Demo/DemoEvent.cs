namespace Actors.Silo.Demo;

/// <summary>An event of the demo site.</summary>
/// <param name="Slug">The last part of its URL and its identifier, because the port of the site changes.</param>
/// <param name="Kind">The schema.org type.</param>
/// <param name="Title">The title.</param>
/// <param name="Text">The description.</param>
/// <param name="Genre">The genre or category.</param>
/// <param name="Place">The venue.</param>
/// <param name="Address">Street and city.</param>
/// <param name="Price">The price as text; empty if the page has none.</param>
/// <param name="Age">The age rating.</param>
/// <param name="Days">Days from today, one per session.</param>
/// <param name="Hour">The hour of the start.</param>
/// <param name="Duration">Duration in days; 0 means one evening.</param>
internal sealed record DemoEvent(
    string Slug, string Kind, string Title, string Text, string Genre, string Place, string Address, string Price, string Age, int[] Days, int Hour, int Duration = 0)
{
    /// <summary>Whether its page is in English.</summary>
    public bool English => Title.All(c => c < 128);
}
