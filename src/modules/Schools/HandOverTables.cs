using Microsoft.EntityFrameworkCore;
using Shuren.Schools.Model;

namespace Shuren.Schools;

/// <summary>The tables of the hand-over from primary to junior school.</summary>
internal static class HandOverTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<HandOver>(handOver =>
        {
            handOver.ToTable("schools_hand_overs");
            handOver.Ignore(row => row.On);
            handOver.HasIndex(row => new { row.SchoolId, row.FromYear }).IsUnique();
            handOver.HasOne<School>().WithMany().HasForeignKey(row => row.SchoolId).OnDelete(DeleteBehavior.Restrict);
            handOver.HasOne<School>().WithMany().HasForeignKey(row => row.ReceiverId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<HandOverLine>(line =>
        {
            line.ToTable("schools_hand_over_lines");
            line.HasIndex(row => new { row.HandOverId, row.PupilId }).IsUnique();
            line.HasOne<HandOver>().WithMany().HasForeignKey(row => row.HandOverId).OnDelete(DeleteBehavior.Cascade);
            line.HasOne<Pupil>().WithMany().HasForeignKey(row => row.PupilId).OnDelete(DeleteBehavior.Cascade);
            line.HasOne<School>().WithMany().HasForeignKey(row => row.ReceiverId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<HandOverWord>(word =>
        {
            word.ToTable("schools_hand_over_words");
            word.HasIndex(row => new { row.LineId, row.Number }).IsUnique();
            word.HasOne<HandOverLine>().WithMany().HasForeignKey(row => row.LineId).OnDelete(DeleteBehavior.Cascade);
            word.HasOne<School>().WithMany().HasForeignKey(row => row.SchoolId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<HandOverClosure>(closure =>
        {
            closure.ToTable("schools_hand_over_closures");
            closure.HasOne<HandOver>().WithMany().HasForeignKey(row => row.HandOverId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
