namespace Actors.Catalog.Tests.Posters;

/// <summary>Changes, drops and duplicates bytes, reproducibly for a seed.</summary>
internal sealed class SeededDamage(Random random)
{
    public byte[] Damage(byte[] original)
    {
        var bytes = original.ToList();
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at - 1)); break;
                case 1: bytes.InsertRange(at, bytes.GetRange(0, random.Next(bytes.Count))); break;
                case 2: bytes[at] = 0xFF; break;
                default: bytes[at] = (byte)random.Next(256); break;
            }
        }

        return [.. bytes];
    }
}
