using Actors.Runtime.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Actors.Runtime.Tests.Hosting;

/// <summary>Writes a grain's record behind its back, as a second activation would.</summary>
internal static class RivalWrites
{
    public static async Task WriteBehindTheBackAsync(this TestSilo silo, IStateGrain grain, string text)
    {
        var storage = silo.Services.GetRequiredService<IGrainStorage>();
        var record = new GrainState<TextState>(new TextState());
        await storage.ReadStateAsync("state-grain", grain.GetGrainId(), record);
        record.State!.Text = text;
        await storage.WriteStateAsync("state-grain", grain.GetGrainId(), record);
    }
}
