namespace Actors.Silo.Demo;

/// <summary>One event of the demo site.</summary>
/// <param name="Slug">Last part of its address, and its identifier: the port of the site changes, the event stays the same.</param>
/// <param name="Kind">Type name of schema.org.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Description.</param>
/// <param name="Genre">Genre or category, as the page says it.</param>
/// <param name="Place">Venue.</param>
/// <param name="Address">Street and town.</param>
/// <param name="Price">Price in words; empty where the page says nothing.</param>
/// <param name="Age">Age mark.</param>
/// <param name="Days">Days from today, one for each session.</param>
/// <param name="Hour">Hour at which it begins.</param>
/// <param name="Lasts">Days it lasts; 0: an evening.</param>
internal sealed record DemoEvent(
    string Slug, string Kind, string Title, string Text, string Genre, string Place, string Address, string Price, string Age, int[] Days, int Hour, int Lasts = 0)
{
    /// <summary>True when its page speaks English.</summary>
    public bool English => Title.All(c => c < 128);
}
