namespace Actors.Catalog.Posters.Stores;

/// <summary>Posters that lie in a folder of this machine, which this program serves. Registered only when they do.</summary>
internal interface IPosterFolder
{
    /// <summary>Where they are served.</summary>
    const string BasePath = "/posters";

    /// <summary>Path of a poster's file, there or not.</summary>
    string PathOf(string name);
}
