"""What is derived from the assignments: 分工表, 分工矩阵, 责任清单, 征求意见稿."""
