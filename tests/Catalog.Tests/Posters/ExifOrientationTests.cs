using Actors.Catalog.Posters.Pictures;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The EXIF reader trusts no offset.</summary>
public sealed class ExifOrientationTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 8)]
    [InlineData(0, 1)]
    [InlineData(9, 1)]
    public void Valid_tag_is_read(int stored, int read) => ExifOrientation.Read(Exif.Block(stored)).ShouldBe(read);

    [Fact]
    public void Big_endian_blocks_are_read()
        => ExifOrientation.Read([(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]).ShouldBe(6);

    [Fact]
    public void Damaged_blocks_never_throw()
    {
        var block = Exif.Block(6);
        for (var at = 0; at < block.Length; at++)
        {
            ExifOrientation.Read(block.AsSpan(0, at)).ShouldBeOneOf(1, 6);
            for (var value = 0; value < 256; value++)
            {
                var wrong = block.ToArray();
                wrong[at] = (byte)value;
                ExifOrientation.Read(wrong).ShouldBeInRange(1, 8);
            }
        }
    }

    [Theory]
    [InlineData(0xFFFFFFFF)]
    [InlineData(0x7FFFFFFF)]
    [InlineData(25)]
    [InlineData(26)]
    public void A_directory_outside_the_block_is_ignored(uint offset)
    {
        var block = Exif.Block(6);
        BitConverter.TryWriteBytes(block.AsSpan(4), offset);
        ExifOrientation.Read(block).ShouldBe(1);
    }
}
