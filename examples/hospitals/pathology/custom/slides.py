"""Trains on tiles of histology slides."""

from nvflare.app_common.np.np_trainer import NPTrainer


class SlideTrainer(NPTrainer):
    def __init__(self, tile_size: int = 512, **kwargs):
        super().__init__(**kwargs)
        self.tile_size = tile_size
